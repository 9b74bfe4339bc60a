import type { components, paths } from './schema'

/** The values of the API by their names in api/openapi.yaml: Schema<'Desk'>. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]
export type Session = Schema<'Session'>
export type Role = Session['role']

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
/** The addresses that have a method. */
export type Address<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths]
type Operation<M extends Method, P extends Address<M>> = paths[P] extends Record<M, infer O> ? O : never

type Json<T> = T extends { content: { 'application/json': infer Value } } ? Value : never
type Answers<O> = O extends { responses: infer R } ? R : never

/** What an operation answers where it succeeds; undefined where it answers nothing. */
export type Answer<M extends Method, P extends Address<M>> =
  Answers<Operation<M, P>> extends infer R
    ? R extends { 200: infer Ok } ? Json<Ok> : R extends { 201: infer Made } ? Json<Made> : undefined
    : never

export type Body<M extends Method, P extends Address<M>> =
  Operation<M, P> extends { requestBody?: infer B } ? ([Exclude<B, undefined>] extends [never] ? undefined : Json<Exclude<B, undefined>>) : undefined
export type Params<M extends Method, P extends Address<M>> =
  Operation<M, P> extends { parameters: { path: infer Path } } ? Path : undefined
export type Query<M extends Method, P extends Address<M>> =
  Operation<M, P> extends { parameters: { query?: infer Q } } ? Exclude<Q, undefined> : undefined

type Part<Name extends string, T> = [T] extends [undefined] ? unknown : { [N in Name]: T }
/** A parameter that may stand several times takes a list. */
type Repeated<Q> = { [N in keyof Q]: Q[N] | Exclude<Q[N], undefined>[] }
export type Asked<M extends Method, P extends Address<M>> = Part<'params', Params<M, P>> & { query?: Repeated<Query<M, P>> }
export type Sent<M extends Method, P extends Address<M>> = Asked<M, P> & Part<'body', Body<M, P>>
