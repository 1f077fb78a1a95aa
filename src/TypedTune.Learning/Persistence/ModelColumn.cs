using System.Collections.Immutable;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>A column that a saved model was fitted on. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds: the name of a <see cref="NumberKind"/>, or <c>Category</c>.</param>
/// <param name="IsOptional">Whether a value may be missing.</param>
/// <param name="IsTarget">Whether it is what the model predicts.</param>
/// <param name="Levels">The categories that are declared; empty where any may occur, or where the column holds numbers.</param>
public sealed record ModelColumn(string Name, string Kind, bool IsOptional, bool IsTarget, ImmutableArray<string> Levels)
{
    private const string Category = nameof(Category);

    /// <inheritdoc/>
    public bool Equals(ModelColumn? other) => other is not null
        && (Name, Kind, IsOptional, IsTarget) == (other.Name, other.Kind, other.IsOptional, other.IsTarget)
        && Levels.SequenceEqual(other.Levels, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, IsOptional, IsTarget, Levels.Length);

    /// <summary>Name, kind, role and levels.</summary>
    public override string ToString() =>
        $"{Name}: {(IsTarget ? "target, " : "")}{(IsOptional ? "optional " : "")}{Kind}{(Levels.IsEmpty ? "" : $" of {string.Join(", ", Levels)}")}";

    /// <summary>The columns of a row type.</summary>
    internal static ImmutableArray<ModelColumn> FromRows<TRow>()
        where TRow : IRow<TRow> => [.. TRow.Schema.Columns.Select(column => new ModelColumn(
            column.Name,
            column is NumberColumn<TRow> number ? number.Kind.ToString() : Category,
            column.IsOptional,
            column.Role == ColumnRole.Target,
            column is CategoryColumn<TRow> { Levels: { } levels } ? [.. levels] : []))];

    /// <summary>The columns of a matrix.</summary>
    internal static ImmutableArray<ModelColumn> FromNames(FeatureNames names) =>
        [.. names.Select((name, column) => new ModelColumn(name, names.Levels(column) is null ? nameof(NumberKind.Real) : Category, false, false, [.. names.Levels(column) ?? []]))];

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WriteString("kind", Kind);
        writer.WriteBoolean("optional", IsOptional);
        writer.WriteBoolean("target", IsTarget);
        JsonTexts.Write(writer, "levels", Levels);
        writer.WriteEndObject();
    }

    internal static ModelColumn Read(JsonElement column) => new(
        column.GetProperty("name").GetString()!,
        column.GetProperty("kind").GetString()!,
        column.GetProperty("optional").GetBoolean(),
        column.GetProperty("target").GetBoolean(),
        [.. JsonTexts.Read(column.GetProperty("levels"))]);
}
