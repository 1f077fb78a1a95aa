using Microsoft.CodeAnalysis;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Rules;

/// <summary>What rules on searches know of types.</summary>
internal static class SearchTypes
{
    // More than these nobody reads in a message.
    private const int Most = 5;

    /// <summary>The configuration that a search is over; null where a type is no search.</summary>
    public static ITypeSymbol? EstimatorOf(ITypeSymbol? type) => Find(type, KnownNames.Search)?.TypeArguments[0];

    /// <summary>The kind of rows that an estimator learns from; null where a type is no estimator.</summary>
    public static ITypeSymbol? DataOf(ITypeSymbol estimator) =>
        estimator.AllInterfaces.FirstOrDefault(contract => contract.IsNamed(KnownNames.Estimator))?.TypeArguments[1];

    /// <summary>The row type of the table that an estimator learns from; null where it learns from another thing.</summary>
    public static INamedTypeSymbol? RowOf(ITypeSymbol estimator) =>
        DataOf(estimator) is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol row] } table && table.IsNamed(KnownNames.Table) ? row : null;

    /// <summary>Whether a type is an interface, or implements it.</summary>
    public static bool IsA(ITypeSymbol? type, string name) => type is not null && Implements(type, name);

    /// <summary>Whether a type is a space.</summary>
    public static bool IsSpace(ITypeSymbol? type) => Find(type, KnownNames.Space) is not null;

    /// <summary>Whether a type is a space of a known number of points.</summary>
    public static bool IsGrid(ITypeSymbol? type) => Find(type, KnownNames.Grid) is not null;

    /// <summary>Whether a type is a metric of any kind.</summary>
    public static bool IsMetric(ITypeSymbol? type) => type is not null && (type.IsNamed(KnownNames.IMetric) || type.AllInterfaces.Any(candidate => candidate.IsNamed(KnownNames.IMetric)));

    /// <summary>What an estimator predicts, in words.</summary>
    public static string Predictions(ITypeSymbol estimator) =>
        Implements(estimator, KnownNames.QuantileRegression) ? "numbers and quantiles"
        : Implements(estimator, KnownNames.Regression) ? "numbers"
        : Implements(estimator, KnownNames.ProbabilisticClassification) ? "labels and their probabilities"
        : Implements(estimator, KnownNames.Classification) ? "labels without probabilities"
        : "nothing that a metric is known for";

    /// <summary>The library's metrics that score an estimator, as expressions.</summary>
    public static string MetricsOf(ITypeSymbol estimator, Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(KnownNames.Metric) is not { } metrics || compilation.GetTypeByMetadataName(KnownNames.IMetric) is not { } contract)
            return "a metric";
        var wanted = contract.Construct(estimator);
        string[] fitting = [.. metrics.GetMembers().OfType<IPropertySymbol>().Where(metric => compilation.HasImplicitConversion(metric.Type, wanted)).Select(metric => $"{metrics.Name}.{metric.Name}")];
        return fitting.Length switch
        {
            0 => $"one that is an {wanted.Shown()}",
            1 => fitting[0],
            > Most => $"{string.Join(", ", fitting.Take(Most))} or another of {metrics.Name}",
            _ => $"{string.Join(", ", fitting.Take(fitting.Length - 1))} or {fitting[fitting.Length - 1]}",
        };
    }

    private static bool Implements(ITypeSymbol type, string name) => type.IsNamed(name) || type.AllInterfaces.Any(candidate => candidate.IsNamed(name));

    private static INamedTypeSymbol? Find(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsNamed(name))
                return current as INamedTypeSymbol;
        }

        return null;
    }
}
