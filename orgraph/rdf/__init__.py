"""The graph as linked data: Turtle out and in, and SPARQL over it."""
