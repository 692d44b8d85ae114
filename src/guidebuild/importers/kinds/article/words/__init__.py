"""What single words of an article tell: numbers, capitals, names of products and jobs, topics, ticks."""
