namespace TypedTune.Generators.Tests.Robustness;

/// <summary>What a random source can refer to: the library's types, and those that it has declared so far.</summary>
internal sealed class Declared
{
    public List<string> Enums { get; } = ["global::System.DayOfWeek", "ImputeStrategy", "global::TypedTune.Learning.NeighborWeights"];

    /// <summary>Types that compare by value and have no space.</summary>
    public List<string> Values { get; } = ["string", "TimeSpan", "decimal", "float", "(int, string)", "Guid", "MaxFeatures", "char", "DateTime", "Version"];

    /// <summary>Classes and records that <c>new()</c> makes, with a space or without.</summary>
    public List<string> Parts { get; } = ["StandardScaler", "KMeans", "Ridge", "global::TypedTune.Learning.RandomForestRegressor"];

    /// <summary>Value types with a space.</summary>
    public List<string> Structs { get; } = [];

    /// <summary>Records that others may inherit.</summary>
    public List<string> Bases { get; } = [];

    /// <summary>Classes that others may inherit.</summary>
    public List<string> ClassBases { get; } = [];

    /// <summary>Steps from numbers to numbers.</summary>
    public List<string> Transformers { get; } = ["StandardScaler", "SimpleImputer", "ColumnRatio", "ClusterSimilarity", "KMeans", "LogTransformer"];

    public List<string> CategoryTransformers { get; } = ["CategoryImputer"];

    public List<string> Encoders { get; } = ["OneHotEncoder"];

    public List<string> Regressors { get; } = ["Ridge", "DecisionTreeRegressor", "global::TypedTune.Learning.RandomForestRegressor", "KNeighborsRegressor"];

    public List<string> Classifiers { get; } = ["KNeighborsClassifier"];

    public List<DeclaredRow> Rows { get; } = [];

    /// <summary>Column transformers: what makes numbers of a table.</summary>
    public List<string> TableSteps { get; } = [];
}
