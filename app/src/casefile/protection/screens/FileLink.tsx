import { Link } from '../../../design/components/Link.tsx'

/** A file by the end of its number: who is erased has no name any more, and a list needs none. */
export const FileLink = ({ file }: { file: string }) => (
  <Link href={`/children/${file}`}>
    <code dir="ltr">{file.slice(-12)}</code>
  </Link>
)
