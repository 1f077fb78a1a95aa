using System.Collections.Immutable;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>What a saved model says about itself; <c>ModelManifest.Read("housing.model")</c> reads it. Immutable.</summary>
/// <param name="ModelName">The name of the fitted type, as <c>Housing.HousingModel</c>.</param>
/// <param name="ModelVersion">The version of that type's values; see <see cref="IPersistentModel{TSelf}.ModelVersion"/>.</param>
/// <param name="LibraryVersion">The version of the library that wrote the file.</param>
/// <param name="Columns">The columns that the model was fitted on: those of the row type, or those of the matrix.</param>
public sealed record ModelManifest(string ModelName, int ModelVersion, string LibraryVersion, ImmutableArray<ModelColumn> Columns)
{
    /// <summary>Name, versions and columns, a line each.</summary>
    public override string ToString() => string.Join(Environment.NewLine, [$"{ModelName}, version {ModelVersion}, written by TypedTune.Learning {LibraryVersion}", .. Columns.Select(column => $"  {column}")]);

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("model", ModelName);
        writer.WriteNumber("version", ModelVersion);
        writer.WriteString("library", LibraryVersion);
        writer.WriteStartArray("columns");
        foreach (var column in Columns)
            column.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <exception cref="ModelFileException">A field is missing or of another kind.</exception>
    internal static ModelManifest Read(JsonElement manifest)
    {
        try
        {
            return new ModelManifest(
                manifest.GetProperty("model").GetString()!,
                manifest.GetProperty("version").GetInt32(),
                manifest.GetProperty("library").GetString()!,
                [.. manifest.GetProperty("columns").EnumerateArray().Select(ModelColumn.Read)]);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw ModelFileException.Damaged("its manifest lacks a field, or a field is of another kind");
        }
    }
}
