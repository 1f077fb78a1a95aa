namespace TypedTune.Generators.Model;

/// <summary>A column of a row type.</summary>
/// <param name="Name">The property's name, escaped.</param>
/// <param name="Path">The property's name as text.</param>
/// <param name="NumberKind">How a number is written; null for categories.</param>
/// <param name="Get">Reads the value of <c>row</c>: a number, or a category.</param>
/// <param name="Read">Makes the property's value from <c>reader</c>.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
/// <param name="Role">Its role, a name of <c>ColumnRole</c>.</param>
/// <param name="IsStratum">Whether stratified splitters keep the proportions of its values.</param>
/// <param name="Header">The header in a file, or null.</param>
/// <param name="Levels">The only legal categories, or empty.</param>
/// <param name="Limits">The smallest and the largest number of the property's type as initializers, or empty.</param>
/// <param name="Format">How a date or a time is written, or null.</param>
/// <param name="Summary">The property's own documentation, as XML.</param>
internal sealed record ColumnModel(
    string Name,
    string Path,
    string? NumberKind,
    string Get,
    string Read,
    bool IsOptional,
    string Role,
    bool IsStratum,
    string? Header,
    EquatableArray<string> Levels,
    string Limits,
    string? Format,
    string Summary)
{
    public bool IsTarget => Role == nameof(KnownNames.Target);
}

/// <summary>A row type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Computed">Roles without a setter, which are computed from a row.</param>
/// <param name="ConstructorArguments">Columns that the constructor takes, as indices, in its order.</param>
internal sealed record RowModel(TypeModel Type, EquatableArray<ColumnModel> Columns, EquatableArray<ColumnModel> Computed, EquatableArray<int> ConstructorArguments);
