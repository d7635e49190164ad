"""Floor 2: what may be known. Made by the gate alone; drawn, exported and searched by anyone."""
