"""One module a kind of page, each a function from the code to the text of a page."""
