"""The pages of documentation that are made from the code: one module a page, each with `render()`."""
