"""Names whose case matters: proper nouns, and words that begin small or have capitals inside."""

ODD = (
    "Spanish", "Medicare", "Braille", "Heimlich maneuver", "Boy Scouts", "African American studies",
    "Native American law", "Catholic schools", "Gantt charts", "Python", "C++", "C#", ".NET", "R",
    "iOS development", "eBay listings",
    "pH measurement", "macOS", "LaTeX", "McKenzie method", "GraphQL", "npm", "von Willebrand factor testing",
    "Deutsche Gebärdensprache", "École Normale", "Active Listening", "English Language", "NVivo", "QuickBooks",
    "Oracle Java", "Structured query language SQL", "The MathWorks MATLAB", "Microsoft Office software", "d3.js",
    "HIPAA", "Section 508", "Objective-C", "Montessori teaching", "Alexander Technique", "MEDITECH software",
)  # fmt: skip
