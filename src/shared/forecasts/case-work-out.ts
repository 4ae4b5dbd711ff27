// The one place where screens and handlers take the working out of cases from.
export { workOutCase } from './cases/index.ts'
