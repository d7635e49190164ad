"""One check a file, named in Swedish as editors meet it."""
