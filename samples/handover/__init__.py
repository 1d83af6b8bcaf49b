"""From the papers of a case to the files of a loan file: what goes together, on what layout, by which program, altered, scanned, sent."""
