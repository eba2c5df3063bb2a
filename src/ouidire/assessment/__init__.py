"""Links to origins, echoes, drift, status and label: pure functions."""
