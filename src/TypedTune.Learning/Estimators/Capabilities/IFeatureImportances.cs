namespace TypedTune.Learning;

/// <summary>A fitted model that reports how much each feature contributes.</summary>
public interface IFeatureImportances
{
    /// <summary>How much each feature contributes, in the order of the columns.</summary>
    FeatureImportances FeatureImportances { get; }
}
