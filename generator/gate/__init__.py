"""Floor 3, the door: decisions, secrecy, terms and consent → PublicInsats | Withheld(reason)."""
