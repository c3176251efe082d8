import type * as z from 'zod'
import { ConfigurationError, type ConfigurationIssue } from './configuration-error'
import { describeZodIssue, type Finding } from './describe-zod-issue'
import { readYaml, type YamlFile } from './read-yaml'

const MOST_ISSUES = 50

/**
 * Reads a YAML file against a schema and then against checks that look across it.
 * @param check findings in the parsed value; run only when the schema holds
 * @throws ConfigurationError with every finding and its place in the file
 */
export function parseWith<T>(
  schema: z.ZodType<T>,
  text: string,
  fileName: string,
  check: (value: T) => Finding[] = () => [],
): T {
  const yaml = readYaml(text, fileName)
  const result = schema.safeParse(yaml.value, { reportInput: true })
  const findings = result.success
    ? check(result.data)
    : result.error.issues.slice(0, MOST_ISSUES).flatMap((issue) => describeZodIssue(schema, issue))
  if (!result.success || findings.length)
    throw new ConfigurationError(findings.map((one) => locate(one, yaml, fileName)))
  return result.data
}

function locate(finding: Finding, yaml: YamlFile, file: string): ConfigurationIssue {
  const { path, key, message, allowed } = finding
  const place = key === undefined ? yaml.placeOf(path) : yaml.placeOfKey(path, key)
  const issue = { file, ...place, path: writePath(path), message }
  return allowed?.length ? { ...issue, allowed } : issue
}

const writePath = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`)).join('')
