"""Word documents (Office Open XML, transitional and strict), read as XML: what is not known is kept."""
