using System.Globalization;

namespace TypedTune;

/// <summary>Describes spaces for people to read.</summary>
public static class SpaceDescription
{
    /// <summary>Describes what a space varies: a line a hyperparameter with its kind, its range, its scale and the value that it has at the space's root.</summary>
    /// <typeparam name="T">The configuration.</typeparam>
    /// <param name="space">The space.</param>
    /// <returns>As text, an aligned table. A hyperparameter that may be a number or something else, such as null, has two lines.</returns>
    public static TextTable Describe<T>(this Space<T> space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var defaults = space.Parameters.ToDictionary(parameter => parameter.Path, parameter => parameter.Format(space.Root), StringComparer.Ordinal);
        return new TextTable(
            ["hyperparameter", "kind", "range", "scale", "default"],
            [.. SpaceEncoding.Create(space).Hyperparameters.Select(hyperparameter => Line(hyperparameter, defaults.GetValueOrDefault(hyperparameter.Path) ?? ""))]);
    }

    private static IReadOnlyList<string> Line(EncodedHyperparameter hyperparameter, string value)
    {
        var range = hyperparameter.Range;
        string text = range.Kind switch
        {
            HyperparameterKind.Choice => string.Join(", ", hyperparameter.Options),
            HyperparameterKind.Ordered => string.Join(", ", range.Values.Select(Text)),
            _ => $"{Text(range.Low)} to {Text(range.High)}{(range.Step is { } step && !(range.Kind == HyperparameterKind.Integer && step == 1) ? $" by {Text(step)}" : "")}",
        };
        string kind = range.Kind switch
        {
            HyperparameterKind.Real => "real",
            HyperparameterKind.Integer => "whole",
            HyperparameterKind.Ordered => "listed",
            _ => "choice",
        };
        return [hyperparameter.Path, kind, text, range.Kind == HyperparameterKind.Choice ? "" : range.Scale == Scale.Log ? "log" : "linear", value];
    }

    private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
