import { parseXML, XmlNode, XmlText } from '@aws-sdk/xml-builder'
import { S3Error } from './s3-error'

type Child = XmlNode | string | number | boolean | undefined

/** One element; children that are undefined are left out. */
export function element(name: string, ...children: Child[]): XmlNode {
  const node = new XmlNode(name)
  for (const child of children) {
    if (child === undefined) continue
    node.addChildNode(child instanceof XmlNode ? child : new XmlText(String(child)))
  }
  return node
}

/** A whole answer in S3's namespace. */
export function documentOf(name: string, ...children: Child[]): string {
  const root = element(name, ...children).addAttribute('xmlns', 'http://s3.amazonaws.com/doc/2006-03-01/')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
}

/** An element as read: text, or children by name. */
export type Parsed = string | { [name: string]: Parsed | Parsed[] }

/** The content of the expected root. No document type, hence no entities. @throws S3Error MalformedXML */
export function parseDocument(text: string, root: string): Parsed {
  if (/<!DOCTYPE/i.test(text)) throw new S3Error('MalformedXML')
  try {
    const content = (parseXML(text) as Record<string, Parsed>)[root]
    if (content !== undefined) return content
  } catch {
    // Falls through: whatever the parser dislikes is one refusal.
  }
  throw new S3Error('MalformedXML')
}

/** Child elements of that name, in order. */
export function childrenOf(parent: Parsed, name: string): Parsed[] {
  if (typeof parent === 'string') return []
  const found = Object.hasOwn(parent, name) ? parent[name] : undefined
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}

/** Text of the first child of that name. */
export function textOf(parent: Parsed, name: string): string | undefined {
  const [first] = childrenOf(parent, name)
  return typeof first === 'string' ? first : undefined
}
