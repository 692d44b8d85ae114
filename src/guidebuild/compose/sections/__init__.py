"""One module per section or family of sections; each turns the plan into blocks of the document."""
