"""Pages that stand alone, with their pictures as SVG: no script, nothing fetched."""
