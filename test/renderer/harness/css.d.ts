/** As in the window: style sheets are imported for their effect. */
declare module '*.css'
