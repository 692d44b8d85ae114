"""What the words of others mean, whatever file they stand in: money, days, periods, countries, aspects, near names."""
