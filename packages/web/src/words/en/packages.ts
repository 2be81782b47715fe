/** Words of Packages. */
export const packages = {
  "packages.about": "Put a package together and see who could accept it, and what stands in the way.",
} as const;
