import type { Schema } from '../api/types'

export type Desk = Schema<'Desk'>
export type DeskItem = Schema<'DeskItem'>
export type Criterion = Schema<'DeskCriterion'>
export type Sentence = Schema<'Sentence'>
export type Place = Schema<'Place'>
export type Box = Schema<'Box'>
export type Document = Desk['documents'][number]
export type Fact = Schema<'Fact'>
export type Use = Fact['used_by'][number]
export type Warning = Desk['warnings'][number]
export type TimelineRow = Desk['timeline'][number]
export type TimelinePoint = TimelineRow['points'][number]
export type RecordPage = Schema<'Page'>
export type Searched = NonNullable<Criterion['searched']>
export type Finding = Criterion['finding']
