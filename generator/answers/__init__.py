"""Private side: answers to questions about the register, as data and as text. Pure."""
