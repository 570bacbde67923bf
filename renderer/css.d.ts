/** Style sheets are imported for their effect; the bundler collects them into files of our own origin. */
declare module '*.css'
