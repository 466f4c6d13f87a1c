export default function ReadPage() { return null; }
