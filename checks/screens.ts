import { buildScreens } from '../app/src/doors/build.ts'

// The way `npm start` builds them, so that a house started by a story finds them fresh and leaves them alone.
buildScreens((line) => process.stdout.write(`${line}\n`))
