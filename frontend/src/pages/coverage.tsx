export default function CoveragePage() { return null; }
