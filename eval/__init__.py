"""The scoring harness: prints every figure the project quotes, and keeps the floors."""
