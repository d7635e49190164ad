"""One format of findings a file, for the programs that show them beside a change."""
