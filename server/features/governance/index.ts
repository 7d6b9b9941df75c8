export { governanceRoutes } from './http.ts'
