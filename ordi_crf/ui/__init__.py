"""The desktop window: Qt widgets that display and report, nothing else."""
