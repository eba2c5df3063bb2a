"""Settings: file, environment, command line."""
