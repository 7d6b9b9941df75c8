import { traverseContractProcedures } from '@orpc/server'
import { z } from 'zod'
import { contract } from '#contract/index.ts'

/** As much of JSON Schema as the contract's inputs become. */
export interface Schema {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly minItems?: number
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
}

export interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly may: string
  /** The handler asks the operating model itself. */
  readonly beyondModel: boolean
  /** What the body or the query may hold; what stands in the path is left out. */
  readonly fields: Readonly<Record<string, Schema>>
}

/** Every route of the contract, as data. */
export function allRoutes(): Route[] {
  const routes: Route[] = []
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path: name }) => {
    const { route, inputSchema, meta } = procedure['~orpc']
    const path = route.path ?? ''
    const described: Schema =
      inputSchema instanceof z.ZodType
        ? (z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as Schema)
        : {}
    const fields = Object.fromEntries(
      Object.entries(propertiesOf(described)).filter(([field]) => !path.includes(`{${field}}`)),
    )
    routes.push({
      name: name.join('.'),
      method: route.method ?? '',
      path,
      may: String((meta as { may?: string }).may),
      beyondModel: (meta as { beyondModel?: true }).beyondModel === true,
      fields,
    })
  })
  return routes
}

/** Of an input that may be one of several: what the last of them holds, the one with the most to say. */
function propertiesOf({ properties, anyOf }: Schema): Readonly<Record<string, Schema>> {
  return properties ?? anyOf?.at(-1)?.properties ?? {}
}

/** Where something can stand in a value of this schema: `parts.0.text`. */
export function placesIn(fields: Readonly<Record<string, Schema>>): string[] {
  return Object.entries(fields).flatMap(([name, schema]) => [
    name,
    ...innerPlaces(schema).map((inner) => `${name}.${inner}`),
  ])
}

function innerPlaces(schema: Schema): string[] {
  const own =
    (schema.anyOf ?? schema.oneOf)?.find((each) => each.items !== undefined || each.properties !== undefined) ?? schema
  if (own.properties !== undefined) return placesIn(own.properties)
  return own.items === undefined ? [] : ['0', ...innerPlaces(own.items).map((inner) => `0.${inner}`)]
}

/** A value that the schema takes; `known` names what a field of this name should hold. */
export function fitting(name: string, schema: Schema, known: Readonly<Record<string, unknown>>): unknown {
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fitting(name, choices[0] ?? {}, known)
  if (schema.format === 'uuid') return crypto.randomUUID()
  if (schema.type === 'array')
    return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () =>
      fitting(`one of ${name}`, schema.items ?? {}, known),
    )
  if (schema.type === 'object') return fittingFields(schema.properties ?? {}, known)
  if (schema.type === 'boolean') return false
  return schema.type === 'integer' || schema.type === 'number' ? Math.max(1, schema.minimum ?? 1) : `Some ${name}`
}

/** All fields filled, but for those that `known` leaves undefined. */
export function fittingFields(
  fields: Readonly<Record<string, Schema>>,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, fitting(name, schema, known)]))
}
