import { toKebab } from '../casefile/asking.ts'
import { allOperations } from './openapi.ts'

const toHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The table of operations for a person with a browser: a page without scripts, links into the OpenAPI file. */
export function toBrowsablePage(
  openApi: { paths: Record<string, { post: { requestBody: unknown } }> },
  keys: { verifier: string; ended: boolean }[],
): string {
  const stations = [...new Set(allOperations.map((entry) => entry.station))]
  const section = (station: string) =>
    `<h2>${station}</h2>${allOperations
      .filter((entry) => entry.station === station)
      .map(({ verb, operation }) => {
        const path = `/api/${station}/${toKebab(verb)}`
        const body = JSON.stringify(openApi.paths[path]?.post.requestBody, null, 2)
        return `<details id="${station}.${verb}"><summary><code>POST ${path}</code> ${toHtml(operation.summary)}</summary>
<p>${operation.reads ? 'Reads.' : 'Records.'} May: ${operation.may.join(', ')}.</p><pre>${toHtml(body)}</pre></details>`
      })
      .join('')}`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandsage: operations</title><link rel="stylesheet" href="/browse.css">
<main><h1>Everything that can be asked of the house</h1>
<p>Derived from one table. The same as <a href="/api/openapi.json">OpenAPI 3.1</a>; on the command line: <code>npx sandsage &lt;station&gt; &lt;verb&gt; --help</code>.</p>
<h2>The log’s public keys</h2><p>What is recorded is signed with the first; <a href="/proof">check a document</a>.</p>
<ul>${keys.map(({ verifier, ended }) => `<li><code>${toHtml(verifier)}</code>${ended ? ' (signed formerly)' : ''}</li>`).join('')}</ul>
${stations.map(section).join('')}</main></html>`
}

export const browseStyle = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:56rem;margin:auto;padding:1.5rem}
details{border-block-end:1px solid #8885;padding:.6rem 0}summary{cursor:pointer}li code{overflow-wrap:anywhere}pre{overflow:auto;font-size:.85rem}h2{margin-block-start:2rem}`
