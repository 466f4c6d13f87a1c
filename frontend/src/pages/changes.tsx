export default function ChangesPage() { return null; }
