"""Tables of names, outlets, places and sides, and what a newsroom knows beforehand (the world)."""
