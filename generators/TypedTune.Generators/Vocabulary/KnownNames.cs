using System.Collections.Immutable;

namespace TypedTune.Generators.Vocabulary;

/// <summary>The library's names as the generator knows them. A test ties each to the real type.</summary>
internal static class KnownNames
{
    public const string Hyperparameter = "TypedTune.HyperparameterAttribute";
    public const string OneOf = "TypedTune.OneOfAttribute";
    public const int SmallestOneOf = 2;
    public const int LargestOneOf = 12;
    public const string Configuration = "TypedTune.ConfigurationAttribute";
    public const string ConfigurationIgnore = "TypedTune.ConfigurationIgnoreAttribute";
    public const string AddedIn = "TypedTune.AddedInAttribute";
    public const string IConfiguration = "TypedTune.IConfiguration";
    public const string ParameterType = "TypedTune.ParameterTypeAttribute";
    public const string DeclaredRange = "TypedTune.DeclaredRangeAttribute";

    public const string Space = "TypedTune.Space`1";
    public const string Grid = "TypedTune.Grid`1";
    public const string Parameter = "TypedTune.Parameter`2";
    public const string ParameterRange = "TypedTune.ParameterRange`2";

    public const string Search = "TypedTune.Learning.Search`1";
    public const string GridSearch = "TypedTune.Learning.GridSearch`1";
    public const string RandomizedSearch = "TypedTune.Learning.RandomizedSearch`1";
    public const string SearchExtensions = "TypedTune.Learning.SearchExtensions";
    public const string IMetric = "TypedTune.Learning.IMetric`1";
    public const string Metric = "TypedTune.Learning.Metric";
    public const string Regression = "TypedTune.Learning.IRegression";
    public const string Classification = "TypedTune.Learning.IClassification";
    public const string Estimator = "TypedTune.Learning.IEstimator`3";
    public const string KFold = "TypedTune.Learning.KFold";
    public const string StratifiedKFold = "TypedTune.Learning.StratifiedKFold";
    public const string Holdout = "TypedTune.Learning.Holdout";
    public const string OutOfBag = "TypedTune.Learning.OutOfBag";
    public const string IEvaluation = "TypedTune.Learning.IEvaluation";
    public const string Splitter = "TypedTune.Learning.ISplitter";
    public const string GroupSplitter = "TypedTune.Learning.IGroupSplitter";
    public const string TimeSplitter = "TypedTune.Learning.ITimeSplitter";

    public const string Row = "TypedTune.Learning.RowAttribute";
    public const string IRow = "TypedTune.Learning.IRow`1";
    public const string Target = "TypedTune.Learning.TargetAttribute";
    public const string Group = "TypedTune.Learning.GroupAttribute";
    public const string Weight = "TypedTune.Learning.WeightAttribute";
    public const string Time = "TypedTune.Learning.TimeAttribute";
    public const string Stratum = "TypedTune.Learning.StratumAttribute";
    public const string Column = "TypedTune.Learning.ColumnAttribute";
    public const string IgnoreColumn = "TypedTune.Learning.IgnoreColumnAttribute";
    public const string Pipeline = "TypedTune.Learning.PipelineAttribute";
    public const string ColumnTransformer = "TypedTune.Learning.ColumnTransformerAttribute`1";
    public const string Columns = "TypedTune.Learning.ColumnsAttribute";
    public const string DropColumns = "TypedTune.Learning.DropColumnsAttribute";
    public const string Remainder = "TypedTune.Learning.RemainderAttribute";

    public const string DateParts = "TypedTune.Learning.DateParts";
    public const string MissingValues = "TypedTune.Learning.MissingValuesAttribute";

    public const string Step = "TypedTune.Learning.IStep`2";
    public const string TypedStep = "TypedTune.Learning.IStep`3";
    public const string Regressor = "TypedTune.Learning.IRegressor";
    public const string TypedRegressor = "TypedTune.Learning.IRegressor`1";
    public const string Classifier = "TypedTune.Learning.IClassifier";
    public const string TypedClassifier = "TypedTune.Learning.IClassifier`1";
    public const string Adjustment = "TypedTune.Learning.IProbabilityAdjustment`1";
    public const string WeightedRegressor = "TypedTune.Learning.IWeightedRegressor";
    public const string WeightedClassifier = "TypedTune.Learning.IWeightedClassifier";
    public const string FittedStep = "TypedTune.Learning.IFittedStep`2";
    public const string FittedRegressor = "TypedTune.Learning.IFittedRegressor";
    public const string FittedClassifier = "TypedTune.Learning.IFittedClassifier";
    public const string FittedProbabilisticClassifier = "TypedTune.Learning.IFittedProbabilisticClassifier";
    public const string QuantileRegression = "TypedTune.Learning.IQuantileRegression";
    public const string FittedQuantileRegressor = "TypedTune.Learning.IFittedQuantileRegressor";
    public const string ProbabilisticClassification = "TypedTune.Learning.IProbabilisticClassification";
    public const string PersistentModel = "TypedTune.Learning.IPersistentModel`1";
    public const string FeatureImportances = "TypedTune.Learning.IFeatureImportances";
    public const string FeatureMatrix = "TypedTune.Learning.FeatureMatrix";
    public const string CategoryMatrix = "TypedTune.Learning.CategoryMatrix";
    public const string Dataset = "TypedTune.Learning.IDataset`1";
    public const string Table = "TypedTune.Learning.Table`1";

    /// <summary>The simple names of attributes by which a type is found.</summary>
    public static readonly ImmutableHashSet<string> Found = [.. new[] { Hyperparameter, OneOf, Pipeline, ColumnTransformer, Row, Configuration }.SelectMany(SimpleNames)];

    /// <summary>The generator, by which the compiler names the folder of what it generates.</summary>
    public const string Generator = "TypedTune.Generators.SpaceGenerator";

    /// <summary>The nested type with a member a hyperparameter, generic in the root.</summary>
    public const string HyperparametersType = "Hyperparameters";

    /// <summary>The member that holds the hyperparameters of a type's own defaults.</summary>
    public const string SpaceMember = "Space";

    /// <summary>The nested type of a fitted pipeline.</summary>
    public const string FittedType = "Fitted";

    // With and without the suffix.
    private static IEnumerable<string> SimpleNames(string attribute)
    {
        string name = attribute.Substring(attribute.LastIndexOf('.') + 1).Split('`')[0];
        return [name, name.Substring(0, name.Length - "Attribute".Length)];
    }
}
