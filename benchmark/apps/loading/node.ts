// Node.js, and nothing else.
