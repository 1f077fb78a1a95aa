namespace TypedTune.Generators.Model;

/// <summary>A type to be extended.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Declarations">The partial declarations from the outermost type to the type itself, without bases.</param>
/// <param name="Name">The type's name as written, without its type parameters.</param>
/// <param name="FullName">The fully qualified name with type parameters.</param>
/// <param name="HintName">A file name that no other type shares.</param>
/// <param name="CopiesByWith">Whether <c>with</c> copies it.</param>
/// <param name="CanBeDefault">Whether <c>new()</c> makes one.</param>
/// <param name="Hides">The generated members that a base has as well.</param>
/// <param name="RootParameter">A name for a type parameter that hides none in scope.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<string> Declarations,
    string Name,
    string FullName,
    string HintName,
    bool CopiesByWith,
    bool CanBeDefault,
    EquatableArray<string> Hides,
    string RootParameter)
{
    /// <summary>The modifier of a generated member: <c>new</c> where it hides that of a base.</summary>
    public string New(string member) => Hides.Contains(member) ? "new " : "";
}
