"""One format a file: a catalogue → named files."""
