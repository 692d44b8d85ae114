"""YAML files edited in place: every character that no edit touches stays as it is."""
