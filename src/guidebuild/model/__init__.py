"""What an author writes: files in, validated model out. `load` reads, `schema` says what is allowed."""
