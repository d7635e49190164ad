"""Public side: the finished site, checked from outside against what must not be in it."""
