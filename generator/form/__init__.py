"""Floor 5, private side: the form in the browser, made from the record's schema and never from a record."""
